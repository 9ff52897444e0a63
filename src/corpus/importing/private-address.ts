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

/** Whether an IP address is inside a private network, the own machine, or otherwise not on the public internet. */
export function isPrivateAddress(address: string): boolean {
  const family = familyOf(address);
  return networksOf(family).check(address, family);
}

/** A list for one IP version: in a common list, the IPv4 addresses written as IPv6 would match all of IPv4. */
function networksOf(family: 'ipv4' | 'ipv6'): BlockList {
  const networks = new BlockList();
  for (const [network, prefix] of PRIVATE)
    if (familyOf(network) === family) networks.addSubnet(network, prefix, family);
  return networks;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
