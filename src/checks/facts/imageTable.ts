/**
 * What is known of an image that many people run. It describes the official one, or that of the program’s makers; what is
 * not certain is left out.
 */
export type ImageFacts = {
  /**
   * The user and the group that its main process runs as in the end. Without a user, the image has none that its files
   * depend on.
   */
  readonly user?: number
  readonly group?: number
  /** The same for tags with `alpine`, where they differ. */
  readonly alpineUser?: number
  readonly alpineGroup?: number
  /** Whether it works with any other user too. */
  readonly anyUser?: boolean
  /** What it starts as root for, before it runs as its user; after “to”. */
  readonly root?: string
  /** What to use instead, after “Use”. */
  readonly instead?: string
  /** Directories that it has to write to, and that are empty in the image. Absent: unknown. */
  readonly writes?: readonly string[]
  /** Directories in which it keeps data, empty in the image as well. */
  readonly data?: readonly string[]
  /** What it writes to where the image has files of its own, so that no volume can be mounted there; after “it”. */
  readonly rewrites?: string
}

const chowns = 'give their data directory to a user of their own'
const opensPort = 'open port 80'

const withData = (user: number, group: number, ...data: string[]): ImageFacts => ({ user, group, data })

/** Starts as root, to give its directories to a user of its own. */
const dropsTo = (user: number, group: number, ...data: string[]): ImageFacts => ({
  ...withData(user, group, ...data),
  root: chowns,
})

const debianMySql: ImageFacts = { ...dropsTo(999, 999, '/var/lib/mysql'), writes: ['/tmp', '/run/mysqld'] }
const postgres: ImageFacts = {
  ...dropsTo(999, 999, '/var/lib/postgresql'),
  alpineUser: 70,
  alpineGroup: 70,
  writes: ['/tmp', '/var/run/postgresql'],
}
const apachePhp: ImageFacts = {
  ...{ user: 33, group: 33, alpineUser: 82, alpineGroup: 82, root: opensPort },
  writes: ['/tmp', '/var/run/apache2', '/var/lock/apache2'],
}
const redis: ImageFacts = { ...dropsTo(999, 999, '/data'), alpineGroup: 1000, writes: ['/tmp'] }
const openSearch: ImageFacts = {
  ...withData(1000, 1000, '/usr/share/opensearch/data', '/usr/share/opensearch/logs'),
  rewrites: 'writes keys and settings to its configuration directory',
}
const kafka: ImageFacts = {
  ...{ user: 1000, group: 1000 },
  rewrites: 'writes its settings to its configuration directory at start',
}
const selenium: ImageFacts = {
  ...{ user: 1200, group: 1201 },
  rewrites: 'writes its settings to /opt/selenium at start',
}
const collector: ImageFacts = { user: 10_001, group: 10_001, writes: [] }
const nobody: ImageFacts = { user: 65_534, group: 65_534, anyUser: true, writes: [] }
const nonRoot: ImageFacts = { user: 65_532, group: 65_532, anyUser: true, writes: [] }

/** A base image or a tool without a user that its files depend on. */
const base: ImageFacts = { anyUser: true }

/** The images of Bitnami, whatever the program. */
export const bitnami: ImageFacts = {
  user: 1001,
  group: 0,
  rewrites: 'writes its settings below /opt/bitnami',
}

/** By the last part of the image’s name, in lower case. */
export const imageTable: Readonly<Record<string, ImageFacts>> = {
  // Databases, caches, queues
  postgres,
  postgis: postgres,
  pgvector: postgres,
  mysql: debianMySql,
  mariadb: debianMySql,
  percona: { user: 1001, group: 1001, data: ['/var/lib/mysql'] },
  mongo: { ...dropsTo(999, 999, '/data/db', '/data/configdb'), writes: ['/tmp'] },
  redis,
  valkey: redis,
  memcached: { user: 11_211, group: 11_211, anyUser: true, writes: [] },
  rabbitmq: {
    ...dropsTo(999, 999, '/var/lib/rabbitmq'),
    alpineUser: 100,
    alpineGroup: 101,
    writes: ['/tmp', '/var/log/rabbitmq'],
  },
  cassandra: {
    ...dropsTo(999, 999, '/var/lib/cassandra'),
    rewrites: 'writes its settings to /etc/cassandra at start',
  },
  couchdb: {
    ...dropsTo(5984, 5984, '/opt/couchdb/data'),
    rewrites: 'writes its settings to /opt/couchdb/etc',
  },
  neo4j: {
    ...dropsTo(7474, 7474, '/data', '/logs'),
    rewrites: 'writes its settings to its own directory at start',
  },
  influxdb: dropsTo(1000, 1000, '/var/lib/influxdb2'),
  'clickhouse-server': {
    ...dropsTo(101, 101, '/var/lib/clickhouse', '/var/log/clickhouse-server'),
    writes: ['/tmp'],
  },
  zookeeper: {
    ...dropsTo(1000, 1000, '/data', '/datalog', '/logs'),
    rewrites: 'writes zoo.cfg to /conf at start',
  },
  kafka,
  'cp-kafka': { ...kafka, data: ['/var/lib/kafka/data'] },
  'cp-zookeeper': { ...kafka, data: ['/var/lib/zookeeper/data', '/var/lib/zookeeper/log'] },
  'cp-schema-registry': kafka,
  'eclipse-mosquitto': dropsTo(1883, 1883, '/mosquitto/data', '/mosquitto/log'),
  solr: { ...withData(8983, 8983, '/var/solr'), writes: ['/tmp'] },
  elasticsearch: {
    ...withData(1000, 1000, '/usr/share/elasticsearch/data'),
    rewrites: 'writes keys and settings to its configuration directory',
  },
  opensearch: openSearch,
  kibana: { ...withData(1000, 1000, '/usr/share/kibana/data'), writes: ['/tmp'] },
  logstash: {
    ...withData(1000, 1000, '/usr/share/logstash/data'),
    rewrites: 'writes its settings to its configuration directory at start',
  },

  // Web servers and proxies
  nginx: {
    ...{ user: 101, group: 101, root: opensPort },
    instead: 'nginxinc/nginx-unprivileged, which works with any user and listens on port 8080',
    writes: ['/tmp', '/var/cache/nginx', '/var/run'],
  },
  'nginx-unprivileged': { user: 101, group: 101, anyUser: true, writes: ['/tmp'] },
  httpd: {
    ...{ user: 33, group: 33, alpineUser: 82, alpineGroup: 82, root: opensPort },
    writes: ['/tmp', '/usr/local/apache2/logs'],
  },
  haproxy: { user: 99, group: 99, writes: ['/tmp'] },
  envoy: { user: 101, group: 101, root: 'give their output to a user of their own', writes: ['/tmp'] },
  traefik: { anyUser: true, writes: ['/tmp'] },
  caddy: { anyUser: true, writes: ['/tmp'], data: ['/data', '/config'] },

  // Applications
  wordpress: { ...apachePhp, data: ['/var/www/html'] },
  joomla: { ...apachePhp, data: ['/var/www/html'] },
  drupal: apachePhp,
  nextcloud: {
    ...apachePhp,
    data: ['/var/www/html'],
    rewrites: 'writes settings of PHP below /usr/local/etc/php',
  },
  phpmyadmin: { ...apachePhp, rewrites: 'writes its settings to /etc/phpmyadmin at start' },
  ghost: { ...dropsTo(1000, 1000, '/var/lib/ghost/content'), writes: ['/tmp'] },
  jenkins: { ...withData(1000, 1000, '/var/jenkins_home'), writes: ['/tmp'] },
  nexus3: { ...withData(200, 200, '/nexus-data'), writes: ['/tmp'] },
  keycloak: {
    ...{ user: 1000, group: 0, data: ['/opt/keycloak/data'] },
    rewrites: 'builds itself anew below /opt/keycloak/lib, unless it starts with --optimized',
  },
  gitea: {
    ...{ user: 1000, group: 1000, root: 'start an SSH server', data: ['/data'] },
    rewrites: 'keeps the state of its supervisor in /etc/s6',
  },
  vault: dropsTo(100, 1000, '/vault/file', '/vault/logs'),
  consul: dropsTo(100, 1000, '/consul/data'),
  pgadmin4: {
    ...withData(5050, 0, '/var/lib/pgadmin'),
    rewrites: 'writes its settings to /pgadmin4 at start',
  },
  tomcat: {
    ...{ anyUser: true, rewrites: 'unpacks WAR files into /usr/local/tomcat/webapps' },
    writes: ['/tmp', '/usr/local/tomcat/logs', '/usr/local/tomcat/temp', '/usr/local/tomcat/work'],
  },
  wildfly: {
    ...{ user: 1000, group: 1000 },
    rewrites: 'writes its settings below /opt/jboss/wildfly/standalone',
  },

  // Metrics, logs, traces
  grafana: { ...withData(472, 0, '/var/lib/grafana'), writes: ['/tmp', '/var/log/grafana'] },
  prometheus: { ...withData(65_534, 65_534, '/prometheus'), writes: [] },
  alertmanager: { ...withData(65_534, 65_534, '/alertmanager'), writes: [] },
  pushgateway: nobody,
  'node-exporter': nobody,
  'kube-state-metrics': nobody,
  'prometheus-operator': nobody,
  'prometheus-adapter': { ...nobody, writes: ['/tmp'] },
  'kube-rbac-proxy': nonRoot,
  loki: { ...withData(10_001, 10_001, '/loki'), writes: ['/tmp'] },
  'opentelemetry-collector': collector,
  'opentelemetry-collector-contrib': collector,

  // Browsers for tests
  'node-chrome': selenium,
  'node-firefox': selenium,
  'standalone-chrome': selenium,
  'standalone-firefox': selenium,

  // Base images and tools
  pause: { anyUser: true, writes: [] },
  ...Object.fromEntries(
    (
      'alpine amazoncorretto amazonlinux aspnet busybox centos curl debian distroless eclipse-temurin fedora golang ' +
      'java jdk jre kubectl maven node openjdk perl python rockylinux ruby runtime rust ubuntu'
    )
      .split(' ')
      .map((name) => [name, base]),
  ),
}
