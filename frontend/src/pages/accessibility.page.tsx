import { PageTitle } from '../ui/page-title.js';

export default function AccessibilityPage() {
  return (
    <div className="wrap">
      <PageTitle title="Tillgänglighet" />
    </div>
  );
}
