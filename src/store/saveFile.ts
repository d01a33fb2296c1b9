/** Downloads a file. `type`: its MIME type. */
export const saveFile = (name: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Downloads the text of the editor. */
export const saveManifest = (text: string): void =>
  /^\s*[{[]/.test(text)
    ? saveFile('manifest.json', text, 'application/json')
    : saveFile('manifest.yaml', text, 'application/yaml')
