import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { FieldError } from '../../ui/field.js';
import { TextField } from '../../ui/text-field.js';
import { moved, newArea, noText, withChanged, without } from './draft-content.js';
import styles from './editor.module.css';
import { idOf, useEditing, useFault } from './editor-context.js';
import { ItemActs } from './item-acts.js';
import type { PartProps } from './part-props.js';
import { TextInBothField } from './text-in-both.js';

interface ListPartProps {
  /** The list's name in the content. */
  path: string;
  heading: string;
  lead: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}

/** A list of the promise with a button that adds to it. */
function ListPart({ path, heading, lead, add, onAdd, children }: ListPartProps) {
  const { readOnly } = useEditing();
  const fault = useFault(path);
  return (
    <section className={styles.part} aria-labelledby={`part-${path}`}>
      <h2 id={`part-${path}`}>{heading}</h2>
      <p className={styles.soft}>{lead}</p>
      {children}
      <div id={idOf(path)} tabIndex={-1}>
        <FieldError id={idOf(path)} error={fault} />
      </div>
      {!readOnly && (
        <div>
          <Button icon={<Plus size={18} aria-hidden="true" />} onClick={onAdd}>
            {add}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The areas into which the commitments are sorted. */
export function EditorAreas({ content, onChange }: PartProps) {
  const { t } = useTranslation('work-promise');
  const { focusAreas } = content;
  const put = (areas: typeof focusAreas) => {
    onChange({ focusAreas: areas });
  };
  return (
    <ListPart
      path="focusAreas"
      heading={t('areas.heading')}
      lead={t('areas.lead')}
      add={t('areas.add')}
      onAdd={() => {
        put([...focusAreas, newArea()]);
      }}
    >
      {focusAreas.map((area, index) => (
        <div key={area.slug} className={styles.item}>
          <TextInBothField
            path={`focusAreas[${index}].name`}
            label={t('areas.name')}
            hint={t('areas.nameHow')}
            value={area.name}
            onChange={(name) => {
              put(withChanged(focusAreas, index, { name }));
            }}
          />
          <TextInBothField
            path={`focusAreas[${index}].heading`}
            label={t('areas.title')}
            hint={t('areas.titleHow')}
            optional
            value={area.heading}
            onChange={(heading) => {
              put(withChanged(focusAreas, index, { heading }));
            }}
          />
          <ItemActs
            name={area.name.sv || t('areas.unnamed', { number: index + 1 })}
            index={index}
            count={focusAreas.length}
            onMove={(by) => {
              put(moved(focusAreas, index, by));
            }}
            onRemove={() => {
              put(without(focusAreas, index));
            }}
          />
        </div>
      ))}
    </ListPart>
  );
}

const DIRECTIONS = ['increase', 'decrease', 'none'] as const;

/** What the promise is to lead to. */
export function EditorGoals({ content, onChange }: PartProps) {
  const { t } = useTranslation('work-promise');
  const { goals } = content;
  const put = (changed: typeof goals) => {
    onChange({ goals: changed });
  };
  return (
    <ListPart
      path="goals"
      heading={t('goals.heading')}
      lead={t('goals.lead')}
      add={t('goals.add')}
      onAdd={() => {
        put([...goals, { text: noText(), direction: null }]);
      }}
    >
      {goals.map((goal, index) => (
        <div key={index} className={styles.item}>
          <TextInBothField
            path={`goals[${index}].text`}
            label={t('goals.text')}
            value={goal.text}
            onChange={(text) => {
              put(withChanged(goals, index, { text }));
            }}
          />
          <RadioChips
            label={t('goals.direction')}
            options={DIRECTIONS.map((value) => ({ value, label: t(`goals.directions.${value}`) }))}
            value={goal.direction ?? 'none'}
            onChange={(direction) => {
              put(withChanged(goals, index, { direction: direction === 'none' ? null : direction }));
            }}
          />
          <ItemActs
            name={goal.text.sv || t('goals.unnamed', { number: index + 1 })}
            index={index}
            count={goals.length}
            onMove={(by) => {
              put(moved(goals, index, by));
            }}
            onRemove={() => {
              put(without(goals, index));
            }}
          />
        </div>
      ))}
    </ListPart>
  );
}

/** Where residents can follow the promise. */
export function EditorChannels({ content, onChange }: PartProps) {
  const { t } = useTranslation('work-promise');
  const { channels } = content;
  const put = (changed: typeof channels) => {
    onChange({ channels: changed });
  };
  return (
    <ListPart
      path="channels"
      heading={t('channels.heading')}
      lead={t('channels.lead')}
      add={t('channels.add')}
      onAdd={() => {
        put([...channels, { name: noText(), url: '' }]);
      }}
    >
      {channels.map((channel, index) => (
        <div key={index} className={styles.item}>
          <TextInBothField
            path={`channels[${index}].name`}
            label={t('channels.name')}
            value={channel.name}
            onChange={(name) => {
              put(withChanged(channels, index, { name }));
            }}
          />
          <ChannelAddress
            path={`channels[${index}].url`}
            value={channel.url}
            onChange={(url) => {
              put(withChanged(channels, index, { url }));
            }}
          />
          <ItemActs
            name={channel.name.sv || t('channels.unnamed', { number: index + 1 })}
            index={index}
            count={channels.length}
            onMove={(by) => {
              put(moved(channels, index, by));
            }}
            onRemove={() => {
              put(without(channels, index));
            }}
          />
        </div>
      ))}
    </ListPart>
  );
}

interface ChannelAddressProps {
  path: string;
  value: string;
  onChange: (value: string) => void;
}

function ChannelAddress({ path, value, onChange }: ChannelAddressProps) {
  const { t } = useTranslation('work-promise');
  return (
    <TextField
      id={idOf(path)}
      type="url"
      inputMode="url"
      label={t('channels.url')}
      hint={t('channels.urlHow')}
      optional
      value={value}
      error={useFault(path)}
      readOnly={useEditing().readOnly}
      onChange={(event) => {
        onChange(event.target.value.trim());
      }}
    />
  );
}
