import { Component, type ReactNode } from 'react'

type Props = {
  readonly children: ReactNode
  /** What is shown in place of the children. `detail`: what the error says. `retry`: makes the children anew. */
  readonly renderFailure: (detail: string, retry: () => void) => ReactNode
  /** When this changes, the children are made anew by themselves: the next text may well do. */
  readonly resetOn?: unknown
}

type Failed = { readonly detail: string | undefined }

/** Around a part of the page: when the part throws, the rest of the page stays. React offers this only as a class. */
export class Boundary extends Component<Props, Failed> {
  override state: Failed = { detail: undefined }

  static getDerivedStateFromError = (error: unknown): Failed => ({
    detail: error instanceof Error ? error.message : String(error),
  })

  override componentDidUpdate({ resetOn }: Props): void {
    if (this.state.detail !== undefined && resetOn !== this.props.resetOn) this.retry()
  }

  private readonly retry = (): void => this.setState({ detail: undefined })

  override render(): ReactNode {
    const { detail } = this.state
    return detail === undefined ? this.props.children : this.props.renderFailure(detail, this.retry)
  }
}
