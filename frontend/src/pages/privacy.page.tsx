import { PageTitle } from '../ui/page-title.js';

export default function PrivacyPage() {
  return (
    <div className="wrap">
      <PageTitle title="Integritet" />
    </div>
  );
}
