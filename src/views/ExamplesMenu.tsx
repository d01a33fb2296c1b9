import { Popover } from './Popover'

const loadList = () => import('./ExamplesList')

/** The examples, and the other ways to begin. `onDone`: closes what it lies in. */
export const ExamplesMenu = ({ onDone }: { readonly onDone?: () => void }) => (
  <Popover label="Examples" className="list-menu" part="The examples" load={loadList}>
    {({ ExamplesList }, close) => (
      <ExamplesList
        onDone={() => {
          close()
          onDone?.()
        }}
      />
    )}
  </Popover>
)
