import { PageTitle } from '../ui/page-title.js';

export default function AboutPage() {
  return (
    <div className="wrap">
      <PageTitle title="Om" />
    </div>
  );
}
