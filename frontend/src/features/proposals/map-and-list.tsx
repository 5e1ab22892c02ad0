import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { covers, grown } from '../../map/geometry.js';
import type { MapHandle, MapSight } from '../../map/map-view.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { PeekSheet, type PeekHeight } from '../../ui/peek-sheet.js';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { BrowseHead } from './browse-head.js';
import { BrowseList } from './browse-list.js';
import { MapBoundary } from './map-boundary.js';
import styles from './map-and-list.module.css';
import { countFilters, isAnsweredByFeed } from './proposal-filters.js';
import type { MapLayer } from './proposals-map.js';
import { useBrowse } from './use-browse.js';
import { useMapAddress } from './use-map-address.js';
import { useRoomBelow } from './room-below.js';
import { useWide } from './wide.js';

const ProposalsMap = lazy(() => import('./proposals-map.js'));

/** Height of the sheet when it only peeks in, as in ui/peek-sheet.module.css. Pixels. */
const PEEK = 136;
/** Its share of the height when it takes half. */
const HALF = 0.52;
/** The address and the list follow the map when it has rested this long. Milliseconds. */
const REST_MS = 300;
const CHOSEN_ZOOM = 16;

/** Where the area can be watched, beginning with the one locality that is looked at. */
function watchAddress(municipality: string, localities: readonly string[]): string {
  const [locality] = localities.length === 1 ? localities : [];
  return `/${municipality}/bevaka${locality ? `?ort=${encodeURIComponent(locality)}` : ''}`;
}

/** Map and list side by side, or the list as a sheet over the map on a phone, or the list alone. */
export function MapAndList({
  municipality,
  owners,
  places,
  layer,
}: {
  municipality: Municipality;
  /** Those who are responsible for answers, by the name that the filter has for them. */
  owners: readonly { owner: string; name: string | null }[];
  places: readonly NamedPlace[];
  /** Something else that the map can show, with its twin in words. */
  layer?: MapLayer & { readonly twin: ReactNode };
}) {
  const { t } = useTranslation('proposals');
  const address = useMapAddress();
  const { filters, place, isList, chosen, setFilters, setPlace, setView, choose } = address;
  const isWide = useWide();
  const map = useRef<MapHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { room: roomBelow, height: frameHeight } = useRoomBelow(frame);
  const [sight, setSight] = useState<MapSight | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const [isFiltering, setFiltering] = useState(false);
  const [height, setHeight] = useState<PeekHeight>('peek');
  const [byKeyboard, setByKeyboard] = useState(false);
  /** Where this page last put the map's place in the address: another one comes from the back button. */
  const written = useRef(place);
  const [opensAt] = useState(place);

  const hasMap = !isList;
  // Words and localities are looked for everywhere, and the map goes to what is found.
  const box = hasMap && place && sight && isAnsweredByFeed(filters) ? sight.box : null;
  const browse = useBrowse({ municipality, filters, sight, box, hasMap });

  useEffect(
    function writeWhereTheMapIs() {
      if (!sight?.moved) return undefined;
      const timer = setTimeout(() => {
        const isWhole = covers(grown(sight.box, 0.02), municipality.bbox);
        written.current = isWhole ? null : { center: sight.center, zoom: sight.zoom };
        setPlace(written.current);
      }, REST_MS);
      return () => {
        clearTimeout(timer);
      };
    },
    [sight, setPlace, municipality.bbox],
  );
  useEffect(
    function followTheBackButton() {
      const [known, now] = [written.current, place];
      if (known?.zoom === now?.zoom && known?.center.join() === now?.center.join()) return;
      const isSame =
        known !== null &&
        now !== null &&
        known.zoom === now.zoom &&
        known.center.every((degrees, axis) => Math.abs(degrees - (now.center[axis] ?? 0)) < 2e-5);
      written.current = now;
      if (isSame) return;
      if (now) map.current?.goTo(now.center, now.zoom);
      else map.current?.fit(municipality.bbox);
    },
    [place, municipality.bbox],
  );
  const { foundIn } = browse;
  const sought = `${filters.q} ${filters.locality.join()}`;
  const shown = useRef(sought);
  useEffect(
    function goToWhatIsFound() {
      // A shared address says itself where the map is.
      if (!foundIn || shown.current === sought) return;
      shown.current = sought;
      map.current?.fit(foundIn, CHOSEN_ZOOM);
    },
    [foundIn, sought],
  );
  useEffect(
    function sayHowMany() {
      if (browse.summary) announce(browse.summary);
    },
    [browse.summary],
  );

  const onChoose = useCallback(
    (reference: string, by: 'pointer' | 'keyboard') => {
      setByKeyboard(by === 'keyboard');
      setHeight((before) => (before === 'peek' ? 'half' : before));
      choose(reference);
    },
    [choose],
  );
  const showOnMap = (proposal: PublicProposal) => {
    if (!proposal.position) return;
    setHeight('peek');
    setByKeyboard(false);
    choose(proposal.reference);
    map.current?.goTo(proposal.position, CHOSEN_ZOOM);
  };
  const openFilter = () => {
    setFiltering(!isFiltering);
    if (!isFiltering) setHeight('full');
  };

  const chosenAt = browse.marks.pins.find(({ key }) => key === chosen)?.position;
  const [chosenLng, chosenLat] = chosenAt ?? [null, null];
  const covered = isWide ? 0 : height === 'peek' ? PEEK : Math.round(HALF * frameHeight);
  useEffect(
    function keepTheChosenInView() {
      if (chosenLng !== null) map.current?.reveal([chosenLng, chosenLat]);
    },
    [chosenLng, chosenLat, covered],
  );

  const litProposal = browse.proposals?.find(({ reference }) => reference === lit);
  const head = (
    <BrowseHead
      place={municipality.shortName}
      watch={watchAddress(municipality.slug, filters.locality)}
      summary={browse.summary}
      filterCount={countFilters(filters)}
      isFiltering={isFiltering}
      onFilter={openFilter}
      isList={isList}
      onView={setView}
    />
  );
  const list = (
    <>
      <BrowseList
        municipality={municipality}
        owners={owners}
        browse={browse}
        filters={filters}
        onFilters={setFilters}
        isFiltering={isFiltering}
        chosen={chosen && hasMap ? { reference: chosen, byKeyboard } : null}
        onCloseChosen={() => {
          choose(null);
          map.current?.focus();
        }}
        lit={lit}
        onLight={setLit}
        onShowOnMap={hasMap ? showOnMap : undefined}
        onWhole={box ? () => map.current?.fit(municipality.bbox) : undefined}
      />
      {layer?.twin}
    </>
  );

  if (isList)
    return (
      <div className={`wrap ${styles.alone}`}>
        {head}
        {list}
      </div>
    );

  const theMap = (
    <MapBoundary instead={<Notice tone="error">{t('page.mapFailed')}</Notice>}>
      <Suspense fallback={<SkeletonBlock height="100%" />}>
        <ProposalsMap
          municipality={municipality}
          places={places}
          marks={browse.marks}
          words={browse.words}
          start={opensAt}
          map={map}
          onSight={setSight}
          lit={lit === null ? null : { key: lit, position: litProposal?.position ?? null }}
          onLight={setLit}
          chosen={chosen}
          onChoose={onChoose}
          covered={covered}
          layer={layer}
        />
      </Suspense>
    </MapBoundary>
  );
  const room = { '--room': roomBelow } as CSSProperties;
  return isWide ? (
    <div ref={frame} className={styles.split} style={room}>
      <section aria-label={t('list.label')} className={styles.side}>
        {head}
        {list}
      </section>
      <div className={styles.map}>{theMap}</div>
    </div>
  ) : (
    <div ref={frame} className={styles.full} style={room}>
      <div className={styles.map} inert={height === 'full'}>
        {theMap}
      </div>
      <PeekSheet label={t('list.label')} height={height} onHeight={setHeight} head={head}>
        {list}
      </PeekSheet>
    </div>
  );
}
