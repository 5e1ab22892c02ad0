import { PageTitle } from '../ui/page-title.js';

export default function WorkPage() {
  return (
    <div className="wrap">
      <PageTitle title="Arbete" />
    </div>
  );
}
