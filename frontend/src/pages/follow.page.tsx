import { PageTitle } from '../ui/page-title.js';

export default function FollowPage() {
  return (
    <div className="wrap">
      <PageTitle title="Följ ditt förslag" />
    </div>
  );
}
