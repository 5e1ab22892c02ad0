import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Looks {
  /** One primary action on a screen; `quiet` is for what few need. */
  look?: ButtonLook;
  /** As wide as its container: the last action of a form on a phone. */
  wide?: boolean;
  icon?: ReactNode;
}

const classes = (look: ButtonLook, wide: boolean, busy: boolean, extra?: string) =>
  [styles.button, styles[look], wide && styles.wide, busy && styles.busy, extra].filter(Boolean).join(' ');

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'>, Looks {
  disabled?: boolean;
  /** Something is under way: the button keeps its focus and place but does nothing. */
  busy?: boolean;
}

/** A button that does something here. For going somewhere use `ButtonLink`. */
export function Button({
  look = 'secondary',
  wide = false,
  busy = false,
  icon,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(look, wide, busy, className)}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends LinkProps, Looks {}

/** A link that looks like a button. */
export function ButtonLink({
  look = 'secondary',
  wide = false,
  icon,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={classes(look, wide, false, className)}>
      {icon}
      {children}
    </Link>
  );
}
