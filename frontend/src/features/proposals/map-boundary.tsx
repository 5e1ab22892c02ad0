import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown instead of a map whose code could not be fetched or that broke. */
  instead: ReactNode;
  children: ReactNode;
}

/** A map that fails must not take the list with it. */
export class MapBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}
