/** A form in which a link is copied. */
export type ShareText = {
  readonly id: string
  /** A verb with its object, as on the button. */
  readonly title: string
  /** What it is for. */
  readonly help: string
  /** What is said once it has been copied. */
  readonly done: string
  /** `url`: of the session. `title`: what is in it, in a few words. */
  readonly make: (url: string, title: string) => string
}

/** In the order of the buttons. */
export const shareTexts: readonly ShareText[] = [
  {
    id: 'link',
    title: 'Copy link',
    help: 'For chat and mail',
    done: 'Link copied.',
    make: (url) => url,
  },
  {
    id: 'markdown',
    title: 'Copy Markdown link',
    help: 'For issues and pull requests',
    done: 'Markdown link copied.',
    make: (url, title) => `[${title.replace(/[\\[\]]/g, String.raw`\$&`)}](${url})`,
  },
  {
    id: 'embed',
    title: 'Copy embed code',
    help: 'An iframe with the manifest and its findings, for a page of your own',
    done: 'Embed code copied.',
    make: (url, title) =>
      `<iframe src="${escapeHtml(embedUrl(url))}" title="${escapeHtml(title)}" width="100%" height="480" style="border: 0" loading="lazy"></iframe>`,
  },
]

/** The address of the small read-only view of the same session. */
export const embedUrl = (url: string): string => {
  const embedded = new URL(url)
  embedded.search = '?embed'
  return embedded.href
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
