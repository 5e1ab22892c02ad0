import { PageTitle } from '../ui/page-title.js';

export default function MapPage() {
  return (
    <div className="wrap">
      <PageTitle title="Karta" />
    </div>
  );
}
