import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { leadToFirstFault } from '../../../ui/first-fault.js';
import styles from './form.module.css';

export interface StepFrameProps {
  children: ReactNode;
  onNext: () => void;
  /** Nothing is answered and nothing has to be: the way on says so. */
  isSkip?: boolean;
  /** "Fortsätt" when left out. */
  nextLabel?: string;
}

/** The questions of a screen, and the way on within the thumb's reach. Enter in a line of text goes on as well. */
export function StepFrame({ children, onNext, isSkip = false, nextLabel }: StepFrameProps) {
  const { t } = useTranslation('form');
  return (
    <form
      className={styles.screen}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        onNext();
        // The screen stays when something is missing: the first such field takes the focus.
        leadToFirstFault(form);
      }}
    >
      {children}
      <div className={styles.actions}>
        <Button type="submit" look={isSkip ? 'secondary' : 'primary'} wide>
          {nextLabel ?? (isSkip ? t('skip') : t('next'))}
          <ArrowRight size={20} aria-hidden="true" />
        </Button>
      </div>
    </form>
  );
}
