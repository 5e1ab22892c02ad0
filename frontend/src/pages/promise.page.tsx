import { PageTitle } from '../ui/page-title.js';

export default function PromisePage() {
  return (
    <div className="wrap">
      <PageTitle title="Löftet" />
    </div>
  );
}
