import { useState } from 'react';
import { LampPath } from '../../features/promise/lamp-path.js';
import { Button } from '../../ui/button.js';
import styles from './gallery.module.css';

/** The lamps in every size and state. */
export function Lamps() {
  const [done, setDone] = useState(43);
  return (
    <section className={styles.part}>
      <h2>Löftesvägen</h2>
      <p>
        <Button
          onClick={() => {
            setDone(done + 1);
          }}
        >
          Tänd en till
        </Button>
      </p>
      <LampPath
        label="Hastighetskontroller där invånare har bett om dem"
        target={70}
        done={done}
        expected={44}
        opening={12}
      />
      <LampPath
        compact
        label="Hastighetskontroller utifrån invånares önskemål"
        target={70}
        done={41}
        expected={44}
      >
        Det behövs 3,2 i månaden till årets slut nästa år.
      </LampPath>
      <LampPath label="Insatser mot trimmade A-traktorer eller mopeder" target={4} done={3} expected={2} />
      <LampPath label="Narkotikainsatser" target={6} done={4} expected={4} opening={1} awaiting={1} />
      <LampPath label="Tjugofyra" target={24} done={0} expected={3} />
      <LampPath label="Fler än lovat" target={12} done={14} expected={12} />
      <LampPath label="Etthundratjugo" target={120} done={60} expected={70} />
      <LampPath label="Tvåhundra" target={200} done={131} expected={120} opening={30} awaiting={4} />
    </section>
  );
}
