import type { CheckPage } from '../../pages/checkPage'

type Props = { readonly page: CheckPage; readonly severities: string; readonly isOptional: boolean }

/** The strip below the title: what one wants to know at a glance. */
export const CheckFacts = ({ page, severities, isOptional }: Props) => {
  const { enforcedBy, since, byDefault, podSecurity } = page
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Severity', `${severities}, ${isOptional ? 'optional' : 'on by default'}`],
    ['Who enforces it', enforcedBy.join(', ')],
    ['Since', since && `Kubernetes ${since}`],
    ['If you say nothing', byDefault],
    ['Pod Security', podSecurity],
  ]
  return (
    <dl className="check-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
