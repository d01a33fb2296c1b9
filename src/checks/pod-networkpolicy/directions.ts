export type Directions = { readonly ingress: boolean; readonly egress: boolean }
