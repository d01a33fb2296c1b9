import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  readonly help: string
  /** The id of the control that the label is for, where the control has no name of its own. */
  readonly htmlFor?: string
  readonly children: ReactNode
}

/** A setting: what it is at the left, its control at the right. */
export const SettingRow = ({ label, help, htmlFor, children }: Props) => (
  <div className="setting">
    <div>
      {htmlFor === undefined ? (
        <span className="setting-label">{label}</span>
      ) : (
        <label className="setting-label" htmlFor={htmlFor}>
          {label}
        </label>
      )}
      <span className="setting-help">{help}</span>
    </div>
    {children}
  </div>
)
