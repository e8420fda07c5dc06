# What all hosts have in common, on Amazon Linux 2023.
source "amazon-ebs" "base-amazon-linux" {
  region                                = var.region
  instance_type                         = local.instance_type
  subnet_id                             = var.subnet_id
  temporary_security_group_source_cidrs = var.ssh_from
  ssh_username                          = "ec2-user"
  ami_name                              = "base-amazon-linux/${var.architecture}/${local.stamp}"

  source_ami_filter {
    owners      = ["amazon"]
    most_recent = true
    filters = {
      name                = "al2023-ami-2023.*-kernel-*-${var.architecture}"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
  }

  encrypt_boot = true
  kms_key_id   = var.kms_key_id

  tags = {
    Name   = "base-amazon-linux ${local.stamp}"
    Image  = "base-amazon-linux"
    Parent = "{{ .SourceAMI }}"
  }
}

build {
  name    = "base-amazon-linux"
  sources = ["source.amazon-ebs.base-amazon-linux"]

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
