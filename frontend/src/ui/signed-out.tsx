import { useEffect, useState } from 'react';
import { ButtonLink } from './button.js';
import { PageTitle } from './page-title.js';

interface SignedOutProps {
  /** Where the sign-in leads back to. */
  address: string;
  /** How much waits on the device. Named outside the component: it never changes. */
  count: (now: number) => Promise<number>;
  words: {
    readonly title: string;
    /** Where nothing waits. */
    readonly lead: string;
    readonly waits: (count: number) => string;
    readonly signIn: string;
  };
}

/** A page for work without a network, when nobody is signed in: how much waits for that, and no more of it. */
export function SignedOut({ address, count, words }: SignedOutProps) {
  const [waiting, setWaiting] = useState(0);
  useEffect(
    function countWhatWaits() {
      count(Date.now()).then(setWaiting, () => undefined);
    },
    [count],
  );
  return (
    <div className="wrap">
      <PageTitle title={words.title} lead={waiting > 0 ? words.waits(waiting) : words.lead} />
      <p>
        <ButtonLink to={`/arbete/logga-in?till=${address}`} look="primary">
          {words.signIn}
        </ButtonLink>
      </p>
    </div>
  );
}
