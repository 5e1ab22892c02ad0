import { PageTitle } from '../ui/page-title.js';

export default function ProposalPage() {
  return (
    <div className="wrap">
      <PageTitle title="Förslag" />
    </div>
  );
}
