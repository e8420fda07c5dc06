# What all hosts have in common, on Ubuntu 24.04 LTS.
source "amazon-ebs" "base-ubuntu" {
  region                                = var.region
  instance_type                         = local.instance_type
  subnet_id                             = var.subnet_id
  temporary_security_group_source_cidrs = var.ssh_from
  ssh_username                          = "ubuntu"
  ami_name                              = "base-ubuntu/${var.architecture}/${local.stamp}"

  source_ami_filter {
    owners      = ["099720109477"]
    most_recent = true
    filters = {
      name                = "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${local.debian_name}-server-*"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
  }

  encrypt_boot = true
  kms_key_id   = var.kms_key_id

  tags = {
    Name   = "base-ubuntu ${local.stamp}"
    Image  = "base-ubuntu"
    Parent = "{{ .SourceAMI }}"
  }
}

build {
  name    = "base-ubuntu"
  sources = ["source.amazon-ebs.base-ubuntu"]

  provisioner "file" {
    source      = "${path.root}/files"
    destination = "/tmp/files"
  }

  provisioner "shell" {
    execute_command  = "sudo env {{ .Vars }} bash {{ .Path }}"
    environment_vars = ["FILES=/tmp/files", "AWS_REGION=${var.region}"]
    scripts = [
      "${path.root}/scripts/updates.sh",
      "${path.root}/scripts/kernel.sh",
      "${path.root}/scripts/session-manager.sh",
      "${path.root}/scripts/cleanup.sh",
    ]
  }

  post-processor "manifest" {
    output     = "packer-manifest.json"
    strip_path = true
  }
}
