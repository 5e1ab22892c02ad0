import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import type { SendingState } from './use-sending.js';

/** What became of sending: waiting for the network, too many at once, or refused, and what happens next. */
export function SendingWords({ sending, onCancel }: { sending: SendingState; onCancel: () => void }) {
  const { t } = useTranslation('form');
  if (sending.state === 'refused')
    return (
      <Notice tone="error" title={t('refused.title')}>
        <p>
          {sending.problem.detail || t('refused.unknown')} {t('refused.kept')}
        </p>
      </Notice>
    );
  if (sending.state !== 'waiting') return <div role="status" />;
  const { problem, seconds } = sending;
  const why =
    problem.status === 429
      ? 'busy'
      : problem.code === 'network.offline'
        ? 'offline'
        : problem.isNetwork
          ? 'lost'
          : 'server';
  return (
    <Notice tone="warning" title={t(`waiting.${why}`)} announced>
      <p>{t('waiting.kept')}</p>
      <p>{why === 'offline' ? t('waiting.whenBack') : t('waiting.again', { count: Math.ceil(seconds) })}</p>
      <Button look="quiet" onClick={onCancel}>
        {t('waiting.cancel')}
      </Button>
    </Notice>
  );
}
