/**
 * Opens the browser's file dialog, for one file or several. `accept`: as of `<input type="file">`. Does not resolve when a
 * person cancels.
 */
export const pickFiles = (accept: string, count: 'one' | 'several' = 'several'): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = count === 'several'
    input.accept = accept
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.click()
  })
