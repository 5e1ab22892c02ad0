import { Search } from 'lucide-react';
import { useState } from 'react';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { ComboBox } from '../../ui/combo-box.js';
import { PhotoField } from '../../ui/photo-field.js';
import { SelectField } from '../../ui/select-field.js';
import { StepHeader } from '../../ui/step-header.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import styles from './gallery.module.css';

const PLACES = ['Surte', 'Bohus', 'Nödinge', 'Nol', 'Älvängen', 'Skepplanda'];

/** Every kind of field. */
export function Fields() {
  const [text, setText] = useState('');
  const [days, setDays] = useState<string[]>(['mon']);
  const [limit, setLimit] = useState<string | null>('40');
  const [sort, setSort] = useState<'newest' | 'oldest'>('newest');
  const [date, setDate] = useState('');
  const [place, setPlace] = useState('');
  const [photos, setPhotos] = useState<File[]>([]);
  return (
    <section className={styles.part}>
      <StepHeader
        title="När händer det?"
        step={3}
        steps={6}
        onBack={() => {
          setText('');
        }}
      />
      <CheckboxChips
        label="Vilka dagar?"
        hint="Välj så många du vill."
        optional
        options={['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((value, index) => ({
          value,
          label: ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'][index],
        }))}
        value={days}
        onChange={setDays}
      />
      <RadioChips
        label="Skyltad hastighet"
        options={['30', '40', '50', '60', '70', 'vet inte'].map((value) => ({ value, label: value }))}
        value={limit}
        onChange={setLimit}
        error="Välj en hastighet eller vet inte."
      />
      <TextField label="Namn på platsen" hint="Till exempel gångtunneln vid stationen." optional />
      <TextField label="Sök" type="search" icon={<Search size={18} />} error="Skriv minst två bokstäver." />
      <TextArea
        label="Berätta med egna ord"
        optional
        limit={60}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <SelectField
        label="Ordning"
        value={sort}
        onChange={setSort}
        options={[
          { value: 'newest', label: 'Nyast först' },
          { value: 'oldest', label: 'Äldst först' },
        ]}
      />
      <DateField label="Datum" value={date} onChange={setDate} />
      <ComboBox
        label="Sök plats"
        icon={<Search size={18} />}
        text={place}
        onText={setPlace}
        options={PLACES.filter((name) => name.toLowerCase().startsWith(place.toLowerCase())).map((name) => ({
          id: name,
          label: name,
          note: 'Ort',
        }))}
        onChoose={(option) => {
          setPlace(option.label);
        }}
      />
      <PhotoField
        label="Bilder"
        hint="Ta inte med ansikten eller bilar."
        optional
        photos={photos}
        onChange={setPhotos}
        max={5}
      />
    </section>
  );
}
