import { PageTitle } from '../ui/page-title.js';

export default function NewProposalPage() {
  return (
    <div className="wrap">
      <PageTitle title="Nytt förslag" />
    </div>
  );
}
