# Hosts of ECS clusters, on the newest base-ubuntu.
source "amazon-ebs" "ecs-ubuntu" {
  region                                = var.region
  instance_type                         = local.instance_type
  subnet_id                             = var.subnet_id
  temporary_security_group_source_cidrs = var.ssh_from
  ssh_username                          = "ubuntu"
  ami_name                              = "ecs-ubuntu/${var.architecture}/${local.stamp}"

  source_ami_filter {
    owners      = [var.parent_owner]
    most_recent = true
    filters = {
      "tag:Image"  = "base-ubuntu"
      architecture = var.architecture
    }
  }

  encrypt_boot = true
  kms_key_id   = var.kms_key_id

  tags = {
    Name   = "ecs-ubuntu ${local.stamp}"
    Image  = "ecs-ubuntu"
    Parent = "{{ .SourceAMI }}"
  }
}

build {
  name    = "ecs-ubuntu"
  sources = ["source.amazon-ebs.ecs-ubuntu"]

  provisioner "file" {
    source      = "${path.root}/files"
    destination = "/tmp/files"
  }

  provisioner "shell" {
    execute_command  = "sudo env {{ .Vars }} bash {{ .Path }}"
    environment_vars = ["FILES=/tmp/files", "AWS_REGION=${var.region}"]
    scripts = [
      "${path.root}/scripts/docker.sh",
      "${path.root}/scripts/ecs-agent.sh",
      "${path.root}/scripts/cleanup.sh",
    ]
  }

  post-processor "manifest" {
    output     = "packer-manifest.json"
    strip_path = true
  }
}
