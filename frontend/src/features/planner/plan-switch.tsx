import type { PlannerSettings } from '@lofteskartan/shared/contracts/planner';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { useSwitchPlan } from './plan.queries.js';
import styles from './planner.module.css';

const Dialog = lazy(async () => ({ default: (await import('../../ui/dialog.js')).Dialog }));

/** Planning is off until somebody of the police switches it on; off cancels what is planned. */
export function PlanSwitch({ municipality, settings }: { municipality: string; settings: PlannerSettings }) {
  const { t } = useTranslation('work-planner');
  const [isAsking, setAsking] = useState(false);
  const turn = useSwitchPlan(municipality);
  const turnTo = (on: boolean) => {
    turn.mutate(
      { version: settings.version, on },
      {
        onSuccess: () => {
          setAsking(false);
          toast(t(on ? 'plan.turned' : 'plan.turnedOff'));
        },
      },
    );
  };
  const failed = turn.error && <ErrorState error={turn.error} title={t('plan.turnFailed')} />;
  if (!settings.planOn)
    return (
      <>
        {failed}
        <EmptyState
          title={t('plan.off')}
          action={
            <Button
              look="primary"
              busy={turn.isPending}
              onClick={() => {
                turnTo(true);
              }}
            >
              {t('plan.on')}
            </Button>
          }
        >
          {t('plan.offHow')}
        </EmptyState>
      </>
    );
  return (
    <div className={styles.acts}>
      <Button
        look="quiet"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('plan.turnOff')}
      </Button>
      {isAsking && (
        <Suspense>
          <Dialog
            open
            insists
            title={t('plan.turnOffTitle')}
            onClose={() => {
              setAsking(false);
            }}
            actions={
              <Button
                look="danger"
                busy={turn.isPending}
                onClick={() => {
                  turnTo(false);
                }}
              >
                {t('plan.turnOff')}
              </Button>
            }
          >
            {failed}
            <p>{t('plan.turnOffHow')}</p>
          </Dialog>
        </Suspense>
      )}
    </div>
  );
}
