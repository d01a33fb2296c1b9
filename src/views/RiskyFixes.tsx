import { counted } from './words'

/** Says that some findings are not fixed here, because each of their fixes is a decision of its own. */
export const RiskyFixes = ({ count }: { readonly count: number }) =>
  count > 0 && (
    <p className="muted">
      {counted(count, 'finding')} can be fixed only with a risky fix: it changes behavior or removes
      something. Open each one to decide.
    </p>
  )
