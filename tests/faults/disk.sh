# SPDX-License-Identifier: MIT
# A disk that is full at every 4 kB of each output, a directory without room for
# another name, and one that can only be read.

# resize OPTIONS: the disk, a tmpfs of its own, made so. A fault that cannot be
# made must not pass for one that was survived.
resize() {
  mount -o "remount,$1" "$disk" || exit 4
}

# used COLUMN: blocks of 4 kB (used) or files (iused) on the disk.
used() {
  df -B 4096 --output="$1" "$disk" | tail -1
}

# Full at every block, or every so many, from none to the first with which it succeeds.
full_at_every_block() {
  for file in run.vcd run.vcd.gz run.fst order.vcd order.fst fig.svg tube.png \
    tube.svg list.snp list.asm list.lst; do
    prepare $file
    for with_old in 1 0; do
      blocks=0 status=1 first=
      while [ $status -ne 0 ] && [ $blocks -lt 4000 ]; do
        resize rw,size=64m
        reset
        resize rw,size=$((4096 * ($(used used) + blocks)))
        try
        judge 4 "$file, disk full after $blocks blocks, old files $with_old"
        first=${first:-$status} blocks=$((blocks + every))
      done
      both_ends "$file, a disk from full to large enough"
    done
  done
  resize rw,size=64m
}

# Room for bytes but not for another name: a trace and its view need some.
no_room_for_names() {
  for file in run.vcd run.fst; do
    prepare $file
    for with_old in 1 0; do
      first=
      for names in 0 1 2 3 4 5 6; do
        resize rw,nr_inodes=9999
        reset
        resize rw,nr_inodes=$(($(used iused) + names))
        try
        judge 4 "$file, room for $names more names, old files $with_old"
        first=${first:-$status}
      done
      both_ends "$file, from no name to enough"
    done
  done
  resize rw,nr_inodes=9999
}

only_to_be_read() {
  for file in run.vcd run.vcd.gz run.fst fig.svg tube.png tube.svg list.asm; do
    prepare $file
    for with_old in 1 0; do
      reset
      resize ro
      try
      judge 4 "$file, a disk that can only be read, old files $with_old"
      why=
      [ $status = 4 ] || why="exit $status, expected 4"
      verdict "$file, a disk that can only be read: it fails"
      resize rw
    done
  done
}
