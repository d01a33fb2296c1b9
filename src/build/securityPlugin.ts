import type { Plugin } from 'vite'
import { headersOf, pagePolicy } from './contentSecurity.ts'

const placeholder = '%CONTENT_SECURITY_POLICY%'

/** Puts the content-security policy into the page, and makes `vite preview` send the headers that a host should send. */
export const securityPlugin = (): Plugin => ({
  name: 'playground:security',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => {
      if (!html.includes(placeholder)) throw new Error(`index.html has no ${placeholder}.`)
      return html.replace(placeholder, pagePolicy)
    },
  },
  configurePreviewServer: ({ middlewares, config: { base } }) => {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const path = pathname.slice(base.startsWith('/') ? base.length : 1)
      for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value)
      next()
    })
  },
})
