import { programName } from './imageReference'

/**
 * About how much memory, in MiB, well-known programs take with their default settings and little load. Less than that,
 * and they are killed at start or soon after.
 */
const table: Readonly<Record<string, number>> = {
  activemq: 1024,
  cassandra: 4096,
  clickhouse: 4096,
  'clickhouse-server': 4096,
  couchbase: 2048,
  couchdb: 512,
  elasticsearch: 2048,
  ghost: 512,
  'gitlab-ce': 6144,
  'gitlab-ee': 6144,
  grafana: 512,
  hazelcast: 1024,
  influxdb: 512,
  jenkins: 1024,
  kafka: 1536,
  keycloak: 1024,
  kibana: 1024,
  logstash: 1536,
  mariadb: 512,
  minio: 512,
  mongo: 1024,
  mongodb: 1024,
  'mssql-server': 2048,
  mysql: 1024,
  neo4j: 2048,
  nexus3: 4096,
  nextcloud: 512,
  odoo: 1024,
  ollama: 8192,
  opensearch: 2048,
  postgres: 512,
  postgresql: 512,
  prometheus: 1024,
  pulsar: 2048,
  rabbitmq: 512,
  solr: 1024,
  sonarqube: 4096,
  'spark-master': 1024,
  'spark-worker': 1024,
  'text-generation-inference': 16384,
  tomcat: 512,
  'vllm-openai': 16384,
  wildfly: 1024,
  wordpress: 512,
  zookeeper: 1024,
}

export type UsualMemory = { readonly program: string; readonly mebibytes: number }

/** The usual need of the program that an image is named after; undefined for any other. */
export function usualMemory(image = ''): UsualMemory | undefined {
  const program = programName(image)
  const mebibytes = Object.hasOwn(table, program) ? table[program] : undefined
  return mebibytes === undefined ? undefined : { program, mebibytes }
}
