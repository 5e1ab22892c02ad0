import type { CommitmentUse } from '@lofteskartan/shared/contracts/promise-editor';
import type { DraftCommitment } from '@lofteskartan/shared/promise-content';
import type { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { FieldError } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { CommitmentFields } from './commitment-fields.js';
import { moved, newCommitment, withChanged, without } from './draft-content.js';
import styles from './editor.module.css';
import { idOf, useEditing, useFault } from './editor-context.js';
import { ItemActs } from './item-acts.js';
import type { PartProps } from './part-props.js';

interface EditorCommitmentsProps extends PartProps {
  organisations: readonly OrganisationView[];
  uses: readonly CommitmentUse[];
}

/** The commitments in their order; one that is closed up shows its name alone. */
export function EditorCommitments({ content, onChange, organisations, uses }: EditorCommitmentsProps) {
  const { t } = useTranslation('work-promise');
  const { readOnly, faults } = useEditing();
  const fault = useFault('commitments');
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [going, setGoing] = useState<number | null>(null);
  const { commitments } = content;
  const put = (changed: DraftCommitment[]) => {
    onChange({ commitments: changed });
  };
  const hasFault = (index: number) =>
    faults.some(({ field }) => field.startsWith(`content.commitments[${index}].`));
  const goes = going === null ? undefined : commitments[going];
  return (
    <section className={styles.part} aria-labelledby="part-commitments">
      <h2 id="part-commitments">{t('commitments.heading')}</h2>
      <p className={styles.soft}>{t('commitments.lead')}</p>
      <ol className={styles.list}>
        {commitments.map((commitment, index) => {
          const { id, title } = commitment;
          const name = title.sv || t('commitments.unnamed', { number: index + 1 });
          const isOpen = opened.includes(id) || hasFault(index);
          return (
            <li key={id} className={styles.item}>
              <div className={styles.head}>
                <h3>
                  <button
                    type="button"
                    className={styles.fold}
                    aria-expanded={isOpen}
                    aria-controls={`fields-${id}`}
                    onClick={() => {
                      setOpened(isOpen ? opened.filter((each) => each !== id) : [...opened, id]);
                    }}
                  >
                    {isOpen ? (
                      <ChevronDown size={20} aria-hidden="true" />
                    ) : (
                      <ChevronRight size={20} aria-hidden="true" />
                    )}
                    <span>
                      {index + 1}. {name}
                    </span>
                  </button>
                </h3>
                <ItemActs
                  name={name}
                  index={index}
                  count={commitments.length}
                  onMove={(by) => {
                    put(moved(commitments, index, by));
                  }}
                  onRemove={() => {
                    setGoing(index);
                  }}
                />
              </div>
              <div id={`fields-${id}`} className={styles.fields} hidden={!isOpen}>
                {isOpen && (
                  <CommitmentFields
                    path={`commitments[${index}]`}
                    commitment={commitment}
                    areas={content.focusAreas}
                    organisations={organisations}
                    use={uses.find((each) => each.id === id)}
                    onChange={(changed) => {
                      put(withChanged(commitments, index, changed));
                    }}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <div id={idOf('commitments')} tabIndex={-1}>
        <FieldError id={idOf('commitments')} error={fault} />
      </div>
      {!readOnly && (
        <div>
          <Button
            icon={<Plus size={18} aria-hidden="true" />}
            onClick={() => {
              const added = newCommitment(content);
              setOpened([...opened, added.id]);
              put([...commitments, added]);
            }}
          >
            {t('commitments.add')}
          </Button>
        </div>
      )}
      <Dialog
        title={t('commitments.removeTitle', {
          name: goes?.title.sv || t('commitments.unnamed', { number: (going ?? 0) + 1 }),
        })}
        open={goes !== undefined}
        insists
        onClose={() => {
          setGoing(null);
        }}
        actions={
          <>
            <Button
              onClick={() => {
                setGoing(null);
              }}
            >
              {t('keep')}
            </Button>
            <Button
              look="danger"
              onClick={() => {
                if (going !== null) put(without(commitments, going));
                setGoing(null);
                toast(t('commitments.removed'));
              }}
            >
              {t('commitments.removeYes')}
            </Button>
          </>
        }
      >
        <p>{t('commitments.removeHow')}</p>
      </Dialog>
    </section>
  );
}
