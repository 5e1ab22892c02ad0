import { MapPin, Printer } from 'lucide-react';
import { useState } from 'react';
import { BackLink } from '../../ui/back-link.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Dialog, Sheet } from '../../ui/dialog.js';
import { GLYPH_FILLS, GLYPH_SHAPES } from '../../ui/glyphs/glyph-shapes.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { LinkCard } from '../../ui/link-card.js';
import { Menu } from '../../ui/menu.js';
import { Notice } from '../../ui/notice.js';
import { PeekSheet, type PeekHeight } from '../../ui/peek-sheet.js';
import { CopyLink } from '../../ui/share.js';
import { ShowMore } from '../../ui/show-more.js';
import { Skeleton, SkeletonBlock, SkeletonText } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { StatusMark, Tag } from '../../ui/status-mark.js';
import { Table } from '../../ui/table.js';
import { Tabs } from '../../ui/tabs.js';
import { Timeline } from '../../ui/timeline.js';
import { toast } from '../../ui/toast.js';
import styles from './gallery.module.css';

const ROWS = [
  { id: '1', date: '14 november', place: 'Göteborgsvägen, Älvängen', measured: 62, reported: 9 },
  { id: '2', date: '3 november', place: 'Starrkärrsvägen, Nol', measured: 118, reported: 14 },
];

function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const close = () => {
    setOpen(null);
  };
  const actions = (
    <>
      <Button onClick={close}>Avbryt</Button>
      <Button look="primary" onClick={close}>
        Spara
      </Button>
    </>
  );
  return (
    <p className={styles.row}>
      <Button
        onClick={() => {
          setOpen('dialog');
        }}
      >
        Dialog
      </Button>
      <Button
        onClick={() => {
          setOpen('sheet');
        }}
      >
        Blad
      </Button>
      <Button
        onClick={() => {
          toast('Länken är kopierad');
        }}
      >
        Kvitto
      </Button>
      <Menu
        label="Mer"
        actions={[
          { id: 'print', label: 'Skriv ut', icon: <Printer size={18} aria-hidden="true" />, onChoose: close },
          {
            id: 'place',
            label: 'Rätta platsen',
            note: 'Med en orsak',
            icon: <MapPin size={18} aria-hidden="true" />,
            onChoose: close,
          },
        ]}
      />
      <Dialog title="Spara ändringen?" open={open === 'dialog'} onClose={close} actions={actions}>
        Det du skriver syns för alla som följer förslaget.
      </Dialog>
      <Sheet title="Urval" open={open === 'sheet'} onClose={close} actions={actions}>
        Visa bara det som är klart.
      </Sheet>
    </p>
  );
}

/** Everything but the fields and the lamps. */
export function Parts() {
  const [tab, setTab] = useState<'list' | 'map'>('list');
  const [height, setHeight] = useState<PeekHeight>('half');
  return (
    <>
      <section className={styles.part}>
        <h2>Knappar</h2>
        <p className={styles.row}>
          <Button look="primary">Skicka önskemålet</Button>
          <Button>Avbryt</Button>
          <Button look="quiet">Hoppa över</Button>
          <Button look="danger">Ta tillbaka</Button>
          <Button look="primary" busy>
            Skickar …
          </Button>
          <Button disabled>Går inte</Button>
          <ButtonLink to="/x">En länk</ButtonLink>
        </p>
        <div className={styles.row}>
          <BackLink to="/x">Till hela löftet</BackLink>
          <CopyLink address="https://exempel.se/ale" />
          <CopyLink address="https://exempel.se/ale" share={{ title: 'Ale' }} />
        </div>
        <div className={styles.grid}>
          <LinkCard
            to="/a"
            first
            title="Önska hastighetskontroll"
            note="Tar mindre än en minut"
            glyph={<Glyph shape="disc" size={28} />}
          />
          <LinkCard
            to="/b"
            title="Markera en otrygg plats"
            note="Mörkt, skymt eller ödsligt"
            glyph={<Glyph shape="lantern" size={28} />}
          />
          <LinkCard
            to="/c"
            title="Lämna en idé"
            note="Nattvandring, fritid, annat"
            glyph={<Glyph shape="bubble" size={28} />}
          />
        </div>
        <Overlays />
      </section>
      <section className={styles.part}>
        <h2>Tecken</h2>
        {GLYPH_SHAPES.map((shape) => (
          <p key={shape} className={styles.row}>
            {GLYPH_FILLS.map((fill) => (
              <Glyph key={fill} shape={shape} fill={fill} />
            ))}
            {GLYPH_FILLS.map((fill) => (
              <Glyph key={fill} shape={shape} fill={fill} size={40} />
            ))}
          </p>
        ))}
        <p className={styles.row}>
          <StatusMark fill="check" tone="done">
            Kontroll gjord
          </StatusMark>
          <StatusMark fill="bar" tone="no">
            Nej, därför att
          </StatusMark>
          <StatusMark fill="dotted" tone="wait">
            Vi läser och bedömer
          </StatusMark>
          <StatusMark fill="half" tone="plain">
            Med i löftet
          </StatusMark>
          <StatusMark fill="arrow" tone="wait">
            Skickat vidare
          </StatusMark>
          <Tag icon={<MapPin size={14} aria-hidden="true" />}>Älvängen</Tag>
        </p>
      </section>
      <section className={styles.part}>
        <h2>Besked</h2>
        <Notice title="Det du skickar blir en allmän handling">
          Den kan lämnas ut. Skriv inga namn eller registreringsnummer.
        </Notice>
        <Notice tone="warning" title="Det ser ut som ett telefonnummer">
          Vi visar det inte för någon annan.
        </Notice>
        <Notice tone="error" title="Önskemålet gick inte att skicka">
          Det ligger kvar i din telefon.
        </Notice>
        <Notice tone="success" title="Vi har fått ditt önskemål">
          Ditt nummer är ALE-7K3F9.
        </Notice>
        <EmptyState title="Inga förslag passar urvalet" action={<Button>Rensa urvalet</Button>}>
          Prova en annan ort eller en annan sort.
        </EmptyState>
        <ErrorState
          error={{ status: 0, code: 'network.offline', detail: '' }}
          onRetry={() => {
            toast('Nytt försök');
          }}
          kept="Det du har skrivit ligger kvar."
        />
        <Skeleton label="Hämtar">
          <SkeletonText />
          <SkeletonBlock height="6rem" />
        </Skeleton>
      </section>
      <section className={styles.part}>
        <h2>Innehåll</h2>
        <Table
          caption="Gjorda kontroller"
          rows={ROWS}
          rowKey={(row) => row.id}
          columns={[
            { key: 'date', head: 'Datum', cell: (row) => row.date },
            { key: 'place', head: 'Plats', cell: (row) => row.place },
            { key: 'measured', head: 'Mätta', numeric: true, cell: (row) => row.measured },
            { key: 'reported', head: 'Rapporterade', numeric: true, cell: (row) => row.reported },
          ]}
        />
        <DefinitionList
          items={[
            { term: 'Plats', value: 'Göteborgsvägen vid skolan' },
            { term: 'När', value: 'Måndag till fredag, 07–09' },
            { term: 'Skyltad hastighet', value: '40 km/h' },
          ]}
        />
        <Timeline
          entries={[
            { key: 'a', title: 'Du skickade in önskemålet', meta: '3 november 09.30', fill: 'full' },
            {
              key: 'b',
              title: 'Kommunen läste det',
              meta: 'i går 14.05 · Ale kommun',
              fill: 'half',
              children: 'Platsen passar för en kontroll.',
            },
            { key: 'c', title: 'Polisen väljer plats', awaited: true },
          ]}
        />
        <Tabs
          label="Vy"
          selected={tab}
          onSelect={setTab}
          pages={[
            { id: 'list', label: 'Lista', content: 'Listan.' },
            { id: 'map', label: 'Karta', content: 'Kartan.' },
          ]}
        />
        <ShowMore
          shown={20}
          total={118}
          hasMore
          busy={false}
          onMore={() => {
            toast('Fler');
          }}
        />
        <div className={styles.phone}>
          <PeekSheet label="Förslag" height={height} onHeight={setHeight} head={<h3>118 förslag</h3>}>
            <SkeletonText lines={8} />
          </PeekSheet>
        </div>
      </section>
    </>
  );
}
