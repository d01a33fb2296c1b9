import type { ReactNode } from 'react'

/** What all static pages have in common. */
export type Frame = {
  /** The content-security policy. */
  readonly policy: string
  /** The address of the style sheet, from the folder of the pages. */
  readonly styleSheet: string
}

type Props = Frame & {
  readonly title: string
  readonly description: string
  /** What the page is about: the id of a rule. Absent for the list of all. */
  readonly rule?: string
  readonly children: ReactNode
}

/** A whole document. All its links are relative, so that they work in any folder of any host. */
export const PageFrame = ({ policy, styleSheet, title, description, rule, children }: Props) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <meta name="referrer" content="no-referrer" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content={description} />
      <title>{`${title} · Kubernetes Manifest Playground`}</title>
      <link rel="icon" href="../icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={styleSheet} />
    </head>
    <body className="static-page">
      <header className="static-bar">
        <h1>
          <a href="../">Kubernetes Manifest Playground</a>
        </h1>
        <a className="try-link" href={rule === undefined ? '../#/checks' : `../#/checks/${rule}`}>
          {rule === undefined ? 'Open the playground' : 'Try it in the playground'}
        </a>
      </header>
      <main className="static-content">
        {rule !== undefined && (
          <nav aria-label="Breadcrumb">
            <a className="link" href="index.html">
              All checks
            </a>
            <span className="mono muted"> › {rule}</span>
          </nav>
        )}
        {children}
      </main>
    </body>
  </html>
)
