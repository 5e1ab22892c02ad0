import { ArrowLeft } from 'lucide-react';
import { Link, type LinkProps } from 'react-router';
import styles from './back-link.module.css';

/** The way up from a page to the one that it belongs to. */
export function BackLink({ children, ...rest }: LinkProps) {
  return (
    <Link {...rest} className={styles.back}>
      <ArrowLeft size={18} aria-hidden="true" />
      <span>{children}</span>
    </Link>
  );
}
