import { PageTitle } from '../ui/page-title.js';

export default function HomePage() {
  return (
    <div className="wrap">
      <PageTitle title="Start" />
    </div>
  );
}
