import { afterFirstReport } from '../store/afterFirstReport'

/** In milliseconds. */
const longestWait = 1_500

/** Monaco is five times as large as the rest: it is loaded when the first report is on the screen, or takes long. */
export const firstReportOrLonger = (): Promise<void> => Promise.race([afterFirstReport(), after(longestWait)])

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
