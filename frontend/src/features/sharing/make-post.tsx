import { POST_CHARACTERS, POST_SUBJECTS, type PostSubject } from '@lofteskartan/shared/vocabulary';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { DialogueItem } from '@lofteskartan/shared/contracts/medborgardialoger';
import { type SocialPost } from '@lofteskartan/shared/contracts/sharing';
import { useQuery } from '@tanstack/react-query';
import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/clipboard.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { SelectField } from '../../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import {
  dialoguesToShareQuery,
  postQuery,
  publishedFollowUpsQuery,
  releasedActivitiesQuery,
} from './sharing.queries.js';
import styles from './sharing.module.css';

interface MakePostProps {
  municipality: string;
  commitments: readonly Commitment[];
}

/** Chooses something public, and shows its ready text and square picture. */
export function MakePost({ municipality, commitments }: MakePostProps) {
  const { t } = useTranslation('work-share');
  const { shortDate, date } = useFormats();
  const [subject, setSubject] = useState<PostSubject>('commitments');
  const [chosen, setChosen] = useState('');
  const activities = useQuery(releasedActivitiesQuery(municipality));
  const followUps = useQuery(publishedFollowUpsQuery(municipality));
  const dialogues = useQuery(dialoguesToShareQuery(municipality));
  const known = [...(dialogues.data?.coming ?? []), ...(dialogues.data?.held ?? [])];
  const ofDialogue = ({ reference, startsAt, title }: DialogueItem) => ({
    value: reference,
    label: t('item', { day: shortDate(startsAt), text: title }),
  });
  const choices = {
    commitments: commitments.map(({ id, number, title }) => ({
      value: id,
      label: `${String(number)}. ${title}`,
    })),
    activities: (activities.data?.items ?? []).map(({ id, occurredOn, publicText }) => ({
      value: id,
      label: t('item', { day: shortDate(occurredOn), text: publicText.slice(0, 70) }),
    })),
    'follow-ups': (followUps.data?.items ?? []).map(({ id, asOf }) => ({
      value: id,
      label: t('followUp', { day: date(asOf) }),
    })),
    medborgardialoger: known.map(ofDialogue),
    'dialogue-reports': known
      .filter(({ status }) => status === 'reported' || status === 'followed-up')
      .map(ofDialogue),
  }[subject];
  const id = choices.find(({ value }) => value === chosen)?.value ?? choices[0]?.value ?? '';
  const post = useQuery(postQuery(subject, id));
  return (
    <section className={styles.part} aria-labelledby="post">
      <h2 id="post">{t('post')}</h2>
      <RadioChips
        label={t('what')}
        value={subject}
        options={POST_SUBJECTS.map((each) => ({ value: each, label: t(`subject.${each}`) }))}
        onChange={setSubject}
      />
      {id === '' ? (
        <p>{t('nothing')}</p>
      ) : (
        <SelectField label={t('which')} value={id} options={choices} onChange={setChosen} />
      )}
      {post.error && (
        <ErrorState error={post.error} title={t('postFailed')} onRetry={() => void post.refetch()} />
      )}
      {id !== '' && post.isPending && (
        <Skeleton label={t('postLoading')}>
          <SkeletonBlock height="20rem" />
        </Skeleton>
      )}
      {post.data && <Post key={id} post={post.data} />}
    </section>
  );
}

function Post({ post }: { post: SocialPost }) {
  const { t } = useTranslation('work-share');
  const [text, setText] = useState(post.text);
  return (
    <div className={styles.post}>
      <div className={styles.shown}>
        <img src={post.pictureUrl} width={1080} height={1080} alt={post.alt} />
        <a className={styles.way} href={post.pictureUrl} download={post.pictureName}>
          <Download size={18} aria-hidden="true" /> {t('picture')}
        </a>
      </div>
      <div className={styles.words}>
        <TextArea
          label={t('text')}
          hint={t('textHow')}
          rows={9}
          limit={POST_CHARACTERS}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Button
          look="primary"
          icon={<Copy size={18} aria-hidden="true" />}
          onClick={() => {
            void copyText(text).then((isCopied) => {
              toast(t(isCopied ? 'copied' : 'copyFailed'));
            });
          }}
        >
          {t('copy')}
        </Button>
        <p className={styles.soft}>{t('alt', { alt: post.alt })}</p>
        <p className={styles.soft}>{t('altHow')}</p>
      </div>
    </div>
  );
}
