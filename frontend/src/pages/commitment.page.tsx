import { PageTitle } from '../ui/page-title.js';

export default function CommitmentPage() {
  return (
    <div className="wrap">
      <PageTitle title="Åtagande" />
    </div>
  );
}
