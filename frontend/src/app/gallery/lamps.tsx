import { useState } from 'react';
import { LampRow, LampSteps } from '../../features/promise/lamp-path-row.js';
import { LampPath } from '../../features/promise/lamp-path.js';
import { LampStations } from '../../features/promise/lamp-stations.js';
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
      <LampStations
        label="Möten för föräldrar i årskurs 7"
        figure={{ large: '1', rest: 'av 2 år 2026' }}
        stations={[
          { key: '2024', name: '2024', note: 'Blev inte av · 1 av 2', lamps: ['lit', 'missed'] },
          { key: '2025', name: '2025', note: 'Klart · 2 av 2', lamps: ['lit', 'lit'] },
          { key: '2026', name: '2026', note: 'Pågår · 1 av 2', lamps: ['lit', 'off'] },
          { key: '2027', name: '2027', note: 'Kommer · 0 av 2', lamps: ['off', 'off'] },
        ]}
        table={{
          heads: ['År', 'Gjort'],
          rows: [
            ['2024', '1'],
            ['2025', '2'],
            ['2026', '1'],
            ['2027', '0'],
          ],
        }}
      />
      <h3>I listor</h3>
      <LampRow target={4} done={3} expected={2} />
      <LampRow target={6} done={4} opening={1} awaiting={1} expected={4} />
      <LampRow target={24} done={10} expected={12} />
      <LampRow target={70} done={43} opening={12} expected={44} />
      <LampRow target={200} done={131} opening={30} expected={120} />
      <LampRow target={900} done={131} expected={420} />
      <LampSteps
        steps={[
          { key: '2025', name: '2025', state: 'lit', note: '2 av 2' },
          { key: '2026', name: '2026', state: 'half', note: '1 av 2' },
          { key: '2027', name: '2027', state: 'off' },
          { key: '2024', name: '2024', state: 'missed' },
        ]}
      />
      <LampSteps
        stacked
        steps={[
          { key: 'b', name: 'Bohusskolan', state: 'lit', note: '12 mars 2026' },
          { key: 'a', name: 'Aroseniusskolan', state: 'off' },
        ]}
      />
      <LampSteps
        steps={[
          { key: '1', name: 'jan–apr 2026', state: 'lit', count: 3 },
          { key: '2', name: 'maj–aug 2026', state: 'off', count: 0 },
          { key: '3', name: 'sep–dec 2026', state: 'lit', count: 1 },
        ]}
      />
    </section>
  );
}
