// Formats of numbers and colours. Source: govalidator, which kube-openapi uses.

const digitsOf = (text: string): readonly number[] =>
  [...text].map((char) => (char === 'X' ? 10 : Number(char)))

/** `0-321-75104-3`, with a valid check digit. */
export function isIsbn10(text: string): boolean {
  const code = text.replace(/[\s-]+/g, '')
  const sum = digitsOf(code).reduce((total, digit, index) => total + digit * (index + 1), 0)
  return /^\d{9}[\dX]$/.test(code) && sum % 11 === 0
}

/** `978-0321751041`, with a valid check digit. */
export function isIsbn13(text: string): boolean {
  const code = text.replace(/[\s-]+/g, '')
  const sum = digitsOf(code).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0)
  return /^\d{13}$/.test(code) && sum % 10 === 0
}

const cardNumber =
  /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|6(?:011|5\d\d)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|(?:2131|1800|35\d{3})\d{11})$/

/** `4111 1111 1111 1111`: the number of a known issuer, with a valid check digit. */
export function isCreditCard(text: string): boolean {
  const code = text.replace(/\D+/g, '')
  const sum = digitsOf(code).reduceRight((total, digit, index) => {
    const doubled = (code.length - index) % 2 === 0 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return cardNumber.test(code) && sum % 10 === 0
}

/** `111-22-3333` */
export const isSocialSecurityNumber = (text: string): boolean => /^\d{3}[- ]\d{2}[- ]\d{4}$/.test(text)

/** `#0077ff`, `07f` */
export const isHexColor = (text: string): boolean => /^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text)

const colorByte = String.raw`(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])`
const rgb = new RegExp(String.raw`^rgb\(\s*${colorByte}\s*,\s*${colorByte}\s*,\s*${colorByte}\s*\)$`)

/** `rgb(0, 119, 255)` */
export const isRgbColor = (text: string): boolean => rgb.test(text)
