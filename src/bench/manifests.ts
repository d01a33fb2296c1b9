/** One application as teams write it: seven objects in about 170 lines, in the usual styles of YAML. */
const application = (index: number): string => {
  const name = `${['orders', 'billing', 'search', 'mailer', 'gateway'][index % 5]}-${index}`
  const namespace = `team-${index % 12}`
  const meta = (more = '') => `metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: webshop${more}`
  return `# ${name}, owned by ${namespace}
apiVersion: apps/v1
kind: Deployment
${meta(`
  annotations:
    description: >-
      Answers for ${name}; restarts are harmless,
      two replicas carry the load of an afternoon.
    prometheus.io/scrape: "true"`)}
spec:
  replicas: ${1 + (index % 4)}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate: { maxSurge: 1, maxUnavailable: 25% }
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
        app.kubernetes.io/part-of: webshop
    spec:
      serviceAccountName: ${name}
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: ${10_000 + index}
        runAsGroup: ${10_000 + index}
      initContainers:
        - name: migrate
          image: registry.example.com/${name}-schema:${index % 9}.2.0
          command: ["/bin/migrate", "--wait"]
          resources: { limits: { cpu: 200m, memory: 64Mi }, requests: { cpu: 50m, memory: 64Mi } }
      containers:
        - name: web
          image: registry.example.com/${name}:${index % 9}.4.1 # raised by the release job
          imagePullPolicy: ${index % 3 === 0 ? 'IfNotPresent' : 'Always'}
          args:
            - --listen=:8080
            - --log-format=json
          ports:
            - { name: http, containerPort: 8080 }
            - name: metrics
              containerPort: 9090
          env:
            - name: POD_IP
              valueFrom:
                fieldRef:
                  fieldPath: status.podIP
            - name: DATABASE_URL
              valueFrom:
                secretKeyRef:
                  name: ${name}-database
                  key: url
            - name: CACHE
              value: "on"
          resources:
            requests:
              cpu: 150m
              memory: 256Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 5
          livenessProbe:
            httpGet:
              path: /alive
              port: http
            initialDelaySeconds: 20
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: ${index % 2 === 0}
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: settings
              mountPath: /etc/${name}
              readOnly: true
            - name: scratch
              mountPath: /tmp
      volumes:
        - name: settings
          configMap:
            name: ${name}
        - name: scratch
          emptyDir:
            sizeLimit: 200Mi
---
apiVersion: v1
kind: Service
${meta()}
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: http
      port: 80
      targetPort: http
---
apiVersion: v1
kind: ConfigMap
${meta()}
data:
  level: info
  nginx.conf: |
    server {
      listen 8080;
      location / {
        proxy_set_header X-Request-Id $request_id;
        proxy_pass http://127.0.0.1:8000;
      }
    }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${meta()}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector: {}
      ports:
        - port: 8080
  egress:
    - {}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
${meta()}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
${meta()}
rules:
  - apiGroups: [""]
    resources: ["configmaps", "secrets"]
    verbs: ["get", "watch"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
${meta()}
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${name} }
subjects:
  - { kind: ServiceAccount, name: ${name}, namespace: ${namespace} }
`
}

/** Manifests with at least this many lines: whole applications, each with its own names. */
export const manifests = (lines: number): string => {
  const applications: string[] = []
  for (let count = 0; count < lines;) {
    const text = application(applications.length)
    applications.push(text)
    count += text.split('\n').length
  }
  return applications.join('---\n')
}
