const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/**
 * A text for an attribute or between two tags of XML. Characters that XML does not allow become �, and so do those that a
 * terminal may obey. Source: XML 1.0, section 2.2.
 */
export const xmlText = (text: string): string =>
  text.replace(
    // oxlint-disable-next-line no-control-regex -- characters that XML does not allow
    /[&<>"'\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => entities[character] ?? '\uFFFD',
  )
