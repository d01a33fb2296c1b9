/** Opens the browser's file dialog. `accept`: as of `<input type="file">`. Does not resolve when a person cancels. */
export const pickFiles = (accept: string): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = accept
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.click()
  })
