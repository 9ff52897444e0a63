import { BlockList, isIPv6 } from 'node:net';

/** Networks that are not the public internet, after the registries of special addresses of IANA (RFC 6890). */
const PRIVATE: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Unspecified and loopback, addresses of version 4 in four disguises, discard, local, documentation, multicast.
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 23],
  ['100::', 64],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['ff00::', 8],
];

/** One list for each version: in a common one, the disguised addresses of version 4 would stand for all of them. */
const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of PRIVATE)
  lists[familyOf(network)].addSubnet(network, prefix, familyOf(network));

/** Whether an IP address is inside a private network, the own machine, or otherwise not on the public internet. */
export function isPrivateAddress(address: string): boolean {
  const family = familyOf(address);
  return lists[family].check(address, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
